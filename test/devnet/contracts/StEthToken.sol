// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import "./Addresses.sol";
import "./Signatures.sol";

/// The token side of stETH: balances as shares of a pool, allowances in tokens, permits. See StEth.sol for how true
/// it is to mainnet's.
abstract contract StEthToken {
    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);
    event TransferShares(address indexed from, address indexed to, uint256 sharesValue);
    event SharesBurnt(
        address indexed account, uint256 preRebaseTokenAmount, uint256 postRebaseTokenAmount, uint256 sharesAmount
    );

    string public constant name = "Liquid staked Ether 2.0";
    string public constant symbol = "stETH";
    uint8 public constant decimals = 18;

    bytes32 private constant DOMAIN_TYPEHASH =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant PERMIT_TYPEHASH =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

    mapping(address => uint256) internal shares;
    mapping(address => mapping(address => uint256)) public allowance;
    mapping(address => uint256) public nonces;
    uint256 internal totalShares;
    uint256 internal totalEther;
    bool internal active;

    // Shares and tokens

    function totalSupply() external view returns (uint256) {
        return totalEther;
    }

    function getTotalPooledEther() external view returns (uint256) {
        return totalEther;
    }

    function getTotalShares() external view returns (uint256) {
        return totalShares;
    }

    function sharesOf(address _account) external view returns (uint256) {
        return shares[_account];
    }

    function balanceOf(address _account) external view returns (uint256) {
        return getPooledEthByShares(shares[_account]);
    }

    function getSharesByPooledEth(uint256 _ethAmount) public view returns (uint256) {
        require(_ethAmount < type(uint128).max, "ETH_TOO_LARGE");
        return _ethAmount * totalShares / totalEther;
    }

    function getPooledEthByShares(uint256 _sharesAmount) public view returns (uint256) {
        require(_sharesAmount < type(uint128).max, "SHARES_TOO_LARGE");
        return _sharesAmount * totalEther / totalShares;
    }

    function getPooledEthBySharesRoundUp(uint256 _sharesAmount) external view returns (uint256) {
        require(_sharesAmount < type(uint128).max, "SHARES_TOO_LARGE");
        return (_sharesAmount * totalEther + totalShares - 1) / totalShares;
    }

    function transfer(address _recipient, uint256 _amount) external returns (bool) {
        _transfer(msg.sender, _recipient, _amount);
        return true;
    }

    function transferFrom(address _sender, address _recipient, uint256 _amount) external returns (bool) {
        _spend(_sender, _amount);
        _transfer(_sender, _recipient, _amount);
        return true;
    }

    function transferShares(address _recipient, uint256 _sharesAmount) external returns (uint256 tokens) {
        _moveShares(msg.sender, _recipient, _sharesAmount);
        tokens = getPooledEthByShares(_sharesAmount);
        _moved(msg.sender, _recipient, tokens, _sharesAmount);
    }

    function transferSharesFrom(address _sender, address _recipient, uint256 _sharesAmount)
        external
        returns (uint256 tokens)
    {
        tokens = getPooledEthByShares(_sharesAmount);
        _spend(_sender, tokens);
        _moveShares(_sender, _recipient, _sharesAmount);
        _moved(_sender, _recipient, tokens, _sharesAmount);
    }

    function approve(address _spender, uint256 _amount) external returns (bool) {
        _approve(msg.sender, _spender, _amount);
        return true;
    }

    function increaseAllowance(address _spender, uint256 _addedValue) external returns (bool) {
        _approve(msg.sender, _spender, allowance[msg.sender][_spender] + _addedValue);
        return true;
    }

    function decreaseAllowance(address _spender, uint256 _subtractedValue) external returns (bool) {
        uint256 granted = allowance[msg.sender][_spender];
        require(granted >= _subtractedValue, "ALLOWANCE_BELOW_ZERO");
        _approve(msg.sender, _spender, granted - _subtractedValue);
        return true;
    }

    // EIP-2612

    function DOMAIN_SEPARATOR() public view returns (bytes32) {
        return keccak256(
            abi.encode(DOMAIN_TYPEHASH, keccak256(bytes(name)), keccak256("2"), block.chainid, address(this))
        );
    }

    function eip712Domain()
        external
        view
        returns (string memory name_, string memory version, uint256 chainId, address verifyingContract)
    {
        return (name, "2", block.chainid, address(this));
    }

    function getEIP712StETH() external pure returns (address) {
        return EIP712_STETH;
    }

    function permit(
        address _owner, address _spender, uint256 _value, uint256 _deadline, uint8 _v, bytes32 _r, bytes32 _s
    ) external {
        require(block.timestamp <= _deadline, "DEADLINE_EXPIRED");
        bytes32 content = keccak256(abi.encode(PERMIT_TYPEHASH, _owner, _spender, _value, nonces[_owner]++, _deadline));
        bytes32 digest = Signatures.typedDigest(DOMAIN_SEPARATOR(), content);
        require(Signatures.signedBy(_owner, digest, _v, _r, _s), "INVALID_SIGNATURE");
        _approve(_owner, _spender, _value);
    }

    // Inner parts

    function _transfer(address from, address to, uint256 amount) internal {
        uint256 moved = getSharesByPooledEth(amount);
        _moveShares(from, to, moved);
        _moved(from, to, amount, moved);
    }

    function _moveShares(address from, address to, uint256 amount) internal {
        require(from != address(0), "TRANSFER_FROM_ZERO_ADDR");
        require(to != address(0), "TRANSFER_TO_ZERO_ADDR");
        require(to != address(this), "TRANSFER_TO_STETH_CONTRACT");
        require(active, "CONTRACT_IS_STOPPED");
        require(amount <= shares[from], "BALANCE_EXCEEDED");
        shares[from] -= amount;
        shares[to] += amount;
    }

    function _mint(address to, uint256 amount) internal {
        totalShares += amount;
        shares[to] += amount;
    }

    function _moved(address from, address to, uint256 tokens, uint256 sharesMoved) internal {
        emit Transfer(from, to, tokens);
        emit TransferShares(from, to, sharesMoved);
    }

    function _spend(address owner, uint256 amount) internal {
        uint256 granted = allowance[owner][msg.sender];
        if (granted == type(uint256).max) return;
        require(granted >= amount, "ALLOWANCE_EXCEEDED");
        _approve(owner, msg.sender, granted - amount);
    }

    function _approve(address owner, address spender, uint256 amount) internal {
        require(owner != address(0), "APPROVE_FROM_ZERO_ADDR");
        require(spender != address(0), "APPROVE_TO_ZERO_ADDR");
        allowance[owner][spender] = amount;
        emit Approval(owner, spender, amount);
    }
}
