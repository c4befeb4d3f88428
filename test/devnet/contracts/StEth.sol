// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import "./Addresses.sol";
import "./StakeLimit.sol";
import "./Signatures.sol";

interface IQueue {
    function prefinalize(uint256[] calldata batches, uint256 maxShareRate) external view returns (uint256, uint256);
    function finalize(uint256 last, uint256 maxShareRate) external payable;
    function isBunkerModeActive() external view returns (bool);
    function bunkerModeSinceTimestamp() external view returns (uint256);
    function onOracleReport(bool bunker, uint256 bunkerSince, uint256 reportTimestamp) external;
}

/// Stand-in for Lido's stETH (Ethereum mainnet, protocol v3), for a development chain only.
///
/// Fidelity, function by function (facts: Lido.sol, StETH.sol, StETHPermit.sol, StakeLimitUtils.sol):
/// - submit / plain transfer: ZERO_DEPOSIT, STAKING_PAUSED, STAKE_LIMIT in that order; shares are
///   amount × totalShares / totalEther rounded down, before the amount is added; events Submitted, then Transfer
///   and TransferShares from address zero. A transfer with calldata that names no function: NON_EMPTY_DATA.
/// - balanceOf, getPooledEthByShares, getSharesByPooledEth round down, getPooledEthBySharesRoundUp up; arguments
///   of 2^128-1 and more are refused (ETH_TOO_LARGE, SHARES_TOO_LARGE).
/// - transfer, transferFrom move floor(amount → shares): the receiver may end 1-2 wei short, the sender keeps the
///   dust, and Transfer still names the asked amount. transferShares is exact in shares, and TransferShares
///   follows Transfer. Allowances are in tokens, 2^256-1 is not used up, and spending emits Approval.
/// - refusals: BALANCE_EXCEEDED, ALLOWANCE_EXCEEDED, ALLOWANCE_BELOW_ZERO, TRANSFER_TO_STETH_CONTRACT,
///   TRANSFER_{FROM,TO}_ZERO_ADDR, APPROVE_{FROM,TO}_ZERO_ADDR, CONTRACT_IS_STOPPED (approve works while stopped).
/// - permit: domain "Liquid staked Ether 2.0", version "2"; contract owners through EIP-1271.
/// - stake limit and pause: see StakeLimit.sol.
/// - rewards: 10 % fee as new shares worth the fee after the rebase; TokenRebased with the real signature.
///
/// What differs: no proxy, no stVaults (external shares are 0, so total and internal rate are the same), all fee
/// shares go to the treasury, the ether "on the beacon chain" lies in this contract, and a report and a
/// finalisation are two transactions where mainnet has one. Functions under "levers" are not in mainnet's ABI.
contract StEth {
    using StakeLimit for StakeLimit.State;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);
    event TransferShares(address indexed from, address indexed to, uint256 sharesValue);
    event SharesBurnt(
        address indexed account, uint256 preRebaseTokenAmount, uint256 postRebaseTokenAmount, uint256 sharesAmount
    );
    event Submitted(address indexed sender, uint256 amount, address referral);
    event TokenRebased(
        uint256 indexed reportTimestamp,
        uint256 timeElapsed,
        uint256 preTotalShares,
        uint256 preTotalEther,
        uint256 postTotalShares,
        uint256 postTotalEther,
        uint256 sharesMintedAsFees
    );
    event StakingPaused();
    event StakingResumed();
    event StakingLimitSet(uint256 maxStakeLimit, uint256 stakeLimitIncreasePerBlock);
    event StakingLimitRemoved();
    event Stopped();
    event Resumed();

    string public constant name = "Liquid staked Ether 2.0";
    string public constant symbol = "stETH";
    uint8 public constant decimals = 18;

    bytes32 private constant DOMAIN_TYPEHASH =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant PERMIT_TYPEHASH =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

    mapping(address => uint256) private shares;
    mapping(address => mapping(address => uint256)) public allowance;
    mapping(address => uint256) public nonces;
    uint256 private totalShares;
    uint256 private totalEther;
    /// A lever's memory, not in mainnet's ABI: the time the last report spoke of.
    uint256 public lastReportTimestamp;
    StakeLimit.State private limit;
    bool private active;

    modifier onlyOperator() {
        require(msg.sender == OPERATOR, "APP_AUTH_FAILED");
        _;
    }

    // Staking

    receive() external payable {
        _submit(address(0));
    }

    fallback() external payable {
        revert("NON_EMPTY_DATA");
    }

    function submit(address _referral) external payable returns (uint256) {
        return _submit(_referral);
    }

    function _submit(address referral) private returns (uint256 minted) {
        require(msg.value != 0, "ZERO_DEPOSIT");
        limit.spend(msg.value);
        minted = getSharesByPooledEth(msg.value);
        _mint(msg.sender, minted);
        totalEther += msg.value;
        emit Submitted(msg.sender, msg.value, referral);
        _moved(address(0), msg.sender, getPooledEthByShares(minted), minted);
    }

    function isStakingPaused() external view returns (bool) {
        return limit.paused();
    }

    function getCurrentStakeLimit() external view returns (uint256) {
        return limit.current();
    }

    function getStakeLimitFullInfo()
        external
        view
        returns (
            bool isStakingPaused_,
            bool isStakingLimitSet,
            uint256 currentStakeLimit,
            uint256 maxStakeLimit,
            uint256 maxStakeLimitGrowthBlocks,
            uint256 prevStakeLimit,
            uint256 prevStakeBlockNumber
        )
    {
        StakeLimit.State memory s = limit;
        return (s.paused(), s.limited(), s.current(), s.maximum, s.growthBlocks, s.level, s.sinceBlock);
    }

    function getFee() external pure returns (uint16) {
        return 1000;
    }

    function isStopped() external view returns (bool) {
        return !active;
    }

    function getLidoLocator() external pure returns (address) {
        return LIDO_LOCATOR;
    }

    function getBufferedEther() external view returns (uint256) {
        return address(this).balance;
    }

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

    // Levers

    /// Sets the pool to a given size with all shares at one holder, unpaused and unlimited.
    function begin(address holder, uint256 initialShares, uint256 initialEther, uint256 reportTimestamp)
        external
        onlyOperator
    {
        require(totalShares == 0, "ALREADY_BEGUN");
        active = true;
        totalEther = initialEther;
        lastReportTimestamp = reportTimestamp;
        limit.sinceBlock = uint32(block.number);
        _mint(holder, initialShares);
        _moved(address(0), holder, getPooledEthByShares(initialShares), initialShares);
    }

    function pauseStaking() external onlyOperator {
        limit.sinceBlock = 0;
        emit StakingPaused();
    }

    function resumeStaking() external onlyOperator {
        limit.sinceBlock = uint32(block.number);
        emit StakingResumed();
    }

    function setStakingLimit(uint256 _maxStakeLimit, uint256 _stakeLimitIncreasePerBlock) external onlyOperator {
        limit.set(_maxStakeLimit, _stakeLimitIncreasePerBlock);
        emit StakingLimitSet(_maxStakeLimit, _stakeLimitIncreasePerBlock);
    }

    function removeStakingLimit() external onlyOperator {
        limit.maximum = 0;
        emit StakingLimitRemoved();
    }

    function stop() external onlyOperator {
        active = false;
        limit.sinceBlock = 0;
        emit Stopped();
        emit StakingPaused();
    }

    function resume() external onlyOperator {
        active = true;
        limit.sinceBlock = uint32(block.number);
        emit Resumed();
        emit StakingResumed();
    }

    /// The daily report: rewards in wei, negative after a slashing. The fee is taken of positive rewards alone.
    function report(int256 rewards, uint256 reportTimestamp) external onlyOperator {
        uint256 preShares = totalShares;
        uint256 preEther = totalEther;
        uint256 feeShares;
        if (rewards > 0) {
            totalEther += uint256(rewards);
            uint256 fee = uint256(rewards) / 10;
            feeShares = fee * preShares / (totalEther - fee);
            _mint(TREASURY, feeShares);
            _moved(address(0), TREASURY, getPooledEthByShares(feeShares), feeShares);
        } else {
            totalEther -= uint256(-rewards);
        }
        bool bunker = IQueue(WITHDRAWAL_QUEUE).isBunkerModeActive();
        uint256 since = bunker ? IQueue(WITHDRAWAL_QUEUE).bunkerModeSinceTimestamp() : 0;
        IQueue(WITHDRAWAL_QUEUE).onOracleReport(bunker, since, reportTimestamp);
        emit TokenRebased(
            reportTimestamp, reportTimestamp - lastReportTimestamp, preShares, preEther, totalShares, totalEther, feeShares
        );
        lastReportTimestamp = reportTimestamp;
    }

    /// Locks ether for the queue's requests up to the last batch's end, at the present rate as the ceiling, and
    /// burns the shares that wait for it.
    function finalizeWithdrawals(uint256[] calldata batches) external onlyOperator {
        uint256 maxShareRate = totalEther * 1e27 / totalShares;
        (uint256 locked, uint256 burnt) = IQueue(WITHDRAWAL_QUEUE).prefinalize(batches, maxShareRate);
        uint256 tokensBefore = getPooledEthByShares(burnt);
        _moveShares(WITHDRAWAL_QUEUE, BURNER, burnt);
        _moved(WITHDRAWAL_QUEUE, BURNER, tokensBefore, burnt);
        shares[BURNER] -= burnt;
        totalShares -= burnt;
        totalEther -= locked;
        emit SharesBurnt(BURNER, tokensBefore, getPooledEthByShares(burnt), burnt);
        IQueue(WITHDRAWAL_QUEUE).finalize{value: locked}(batches[batches.length - 1], maxShareRate);
    }

    // Inner parts

    function _transfer(address from, address to, uint256 amount) private {
        uint256 moved = getSharesByPooledEth(amount);
        _moveShares(from, to, moved);
        _moved(from, to, amount, moved);
    }

    function _moveShares(address from, address to, uint256 amount) private {
        require(from != address(0), "TRANSFER_FROM_ZERO_ADDR");
        require(to != address(0), "TRANSFER_TO_ZERO_ADDR");
        require(to != address(this), "TRANSFER_TO_STETH_CONTRACT");
        require(active, "CONTRACT_IS_STOPPED");
        require(amount <= shares[from], "BALANCE_EXCEEDED");
        shares[from] -= amount;
        shares[to] += amount;
    }

    function _mint(address to, uint256 amount) private {
        totalShares += amount;
        shares[to] += amount;
    }

    function _moved(address from, address to, uint256 tokens, uint256 sharesMoved) private {
        emit Transfer(from, to, tokens);
        emit TransferShares(from, to, sharesMoved);
    }

    function _spend(address owner, uint256 amount) private {
        uint256 granted = allowance[owner][msg.sender];
        if (granted == type(uint256).max) return;
        require(granted >= amount, "ALLOWANCE_EXCEEDED");
        _approve(owner, msg.sender, granted - amount);
    }

    function _approve(address owner, address spender, uint256 amount) private {
        require(owner != address(0), "APPROVE_FROM_ZERO_ADDR");
        require(spender != address(0), "APPROVE_TO_ZERO_ADDR");
        allowance[owner][spender] = amount;
        emit Approval(owner, spender, amount);
    }
}
