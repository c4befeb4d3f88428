// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import "./Addresses.sol";
import "./Signatures.sol";

interface IStEth {
    function submit(address referral) external payable returns (uint256);
    function transfer(address to, uint256 amount) external returns (bool);
    function transferFrom(address from, address to, uint256 amount) external returns (bool);
    function getSharesByPooledEth(uint256 amount) external view returns (uint256);
    function getPooledEthByShares(uint256 amount) external view returns (uint256);
}

/// Stand-in for wstETH (Ethereum mainnet), for a development chain only.
///
/// Fidelity (facts: WstETH.sol on OpenZeppelin 3's ERC20 and ERC20Permit):
/// - one wstETH is one share; wrap mints floor(amount → shares), unwrap transfers floor(shares → amount), which
///   in turn moves floor of that, so that a round trip may lose 1-2 wei and never gains.
/// - wrap of 0 "wstETH: can't wrap zero stETH", unwrap of 0 "wstETH: zero amount unwrap not allowed"; wrap is
///   refused by stETH itself without allowance (ALLOWANCE_EXCEEDED) or balance (BALANCE_EXCEEDED).
/// - receive() stakes with no referral and mints the shares to the sender.
/// - ERC-20 refusals carry OpenZeppelin 3's words; balance is checked before allowance; an allowance of 2^256-1
///   IS used up by spending, unlike stETH's; transferFrom emits Approval.
/// - permit: domain "Wrapped liquid staked Ether 2.0", version "1"; keys only, no EIP-1271.
/// What differs: nothing a caller can see, but for `begin`, the lever that creates the other holders' balance.
contract WstEth {
    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    string public constant name = "Wrapped liquid staked Ether 2.0";
    string public constant symbol = "wstETH";
    uint8 public constant decimals = 18;
    address public constant stETH = STETH;

    bytes32 private constant DOMAIN_TYPEHASH =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant PERMIT_TYPEHASH =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;
    mapping(address => uint256) public nonces;
    uint256 public totalSupply;

    receive() external payable {
        _mint(msg.sender, IStEth(STETH).submit{value: msg.value}(address(0)));
    }

    function wrap(uint256 _stETHAmount) external returns (uint256 minted) {
        require(_stETHAmount > 0, "wstETH: can't wrap zero stETH");
        minted = IStEth(STETH).getSharesByPooledEth(_stETHAmount);
        _mint(msg.sender, minted);
        IStEth(STETH).transferFrom(msg.sender, address(this), _stETHAmount);
    }

    function unwrap(uint256 _wstETHAmount) external returns (uint256 amount) {
        require(_wstETHAmount > 0, "wstETH: zero amount unwrap not allowed");
        amount = IStEth(STETH).getPooledEthByShares(_wstETHAmount);
        require(balanceOf[msg.sender] >= _wstETHAmount, "ERC20: burn amount exceeds balance");
        balanceOf[msg.sender] -= _wstETHAmount;
        totalSupply -= _wstETHAmount;
        emit Transfer(msg.sender, address(0), _wstETHAmount);
        IStEth(STETH).transfer(msg.sender, amount);
    }

    function getWstETHByStETH(uint256 _stETHAmount) external view returns (uint256) {
        return IStEth(STETH).getSharesByPooledEth(_stETHAmount);
    }

    function getStETHByWstETH(uint256 _wstETHAmount) external view returns (uint256) {
        return IStEth(STETH).getPooledEthByShares(_wstETHAmount);
    }

    function stEthPerToken() external view returns (uint256) {
        return IStEth(STETH).getPooledEthByShares(1 ether);
    }

    function tokensPerStEth() external view returns (uint256) {
        return IStEth(STETH).getSharesByPooledEth(1 ether);
    }

    // ERC-20

    function transfer(address recipient, uint256 amount) external returns (bool) {
        _transfer(msg.sender, recipient, amount);
        return true;
    }

    function transferFrom(address sender, address recipient, uint256 amount) external returns (bool) {
        _transfer(sender, recipient, amount);
        uint256 granted = allowance[sender][msg.sender];
        require(granted >= amount, "ERC20: transfer amount exceeds allowance");
        _approve(sender, msg.sender, granted - amount);
        return true;
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        _approve(msg.sender, spender, amount);
        return true;
    }

    function increaseAllowance(address spender, uint256 addedValue) external returns (bool) {
        _approve(msg.sender, spender, allowance[msg.sender][spender] + addedValue);
        return true;
    }

    function decreaseAllowance(address spender, uint256 subtractedValue) external returns (bool) {
        uint256 granted = allowance[msg.sender][spender];
        require(granted >= subtractedValue, "ERC20: decreased allowance below zero");
        _approve(msg.sender, spender, granted - subtractedValue);
        return true;
    }

    // EIP-2612

    function DOMAIN_SEPARATOR() public view returns (bytes32) {
        return keccak256(
            abi.encode(DOMAIN_TYPEHASH, keccak256(bytes(name)), keccak256("1"), block.chainid, address(this))
        );
    }

    function permit(
        address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s
    ) external {
        require(block.timestamp <= deadline, "ERC20Permit: expired deadline");
        bytes32 content = keccak256(abi.encode(PERMIT_TYPEHASH, owner, spender, value, nonces[owner], deadline));
        bytes32 digest = Signatures.typedDigest(DOMAIN_SEPARATOR(), content);
        require(Signatures.recover(digest, v, r, s) == owner, "ERC20Permit: invalid signature");
        nonces[owner]++;
        _approve(owner, spender, value);
    }

    // Lever

    /// Credits the wrapped balance of the holders who were there before; stETH has been given to this contract.
    function begin(address holder, uint256 amount) external {
        require(msg.sender == OPERATOR && totalSupply == 0, "NOT_NOW");
        _mint(holder, amount);
    }

    // Inner parts

    function _mint(address to, uint256 amount) private {
        totalSupply += amount;
        balanceOf[to] += amount;
        emit Transfer(address(0), to, amount);
    }

    function _transfer(address from, address to, uint256 amount) private {
        require(from != address(0), "ERC20: transfer from the zero address");
        require(to != address(0), "ERC20: transfer to the zero address");
        require(balanceOf[from] >= amount, "ERC20: transfer amount exceeds balance");
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
        emit Transfer(from, to, amount);
    }

    function _approve(address owner, address spender, uint256 amount) private {
        require(spender != address(0), "ERC20: approve to the zero address");
        allowance[owner][spender] = amount;
        emit Approval(owner, spender, amount);
    }
}
